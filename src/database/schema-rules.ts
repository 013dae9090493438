// What the schema must be, as questions to PostgreSQL's own catalogue: each returns the names of whatever breaks the rule.
// They keep one partnership's records from another's, keep every change traceable, and keep the way open to a server that
// is spread over several machines (Citus). In every question $1 is the registry of table classes and $2 the application's role.

export type SchemaRule = { rule: string; why: string; sql: string };

/** Tables of every schema but PostgreSQL's own and its extensions', with their class; a history twin is of class 'twin'. */
const tables = `
  table_of as (
    select c.oid, c.relname, c.relnamespace, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
      n.nspname || '.' || c.relname as name,
      coalesce(
        $1::jsonb ->> (n.nspname || '.' || c.relname),
        case when $1::jsonb ->> (n.nspname || '.' || regexp_replace(c.relname, '_history$', '')) = 'tenant'
          then 'twin' end
      ) as class,
      key.attnum as key_number, key.atttypid as key_type, key.attnotnull as key_filled
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute key on key.attrelid = c.oid and key.attname = 'partnership_id' and not key.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  ),
  tenant as (select * from table_of where class like 'tenant%' or class = 'twin'),
  own_schema as (select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
  policy as (
    select t.name, t.oid, p.polname, p.oid as policy_oid, p.polpermissive, p.polqual, p.polwithcheck,
      pg_get_expr(p.polqual, p.polrelid) as seen, pg_get_expr(p.polwithcheck, p.polrelid) as written,
      t.name || ' ' || p.polname as label
    from tenant t join pg_policy p on p.polrelid = t.oid
    where 0 = any(p.polroles) or (select oid from pg_roles where rolname = $2) = any(p.polroles)
  ),
  reference as (
    select k.*, f.name || ' ' || k.conname as label, f.class as from_class, t.class as to_class,
      f.key_number as from_key, t.key_number as to_key
    from pg_constraint k join table_of f on f.oid = k.conrelid join table_of t on t.oid = k.confrelid
    where k.contype = 'f'
  )`;

/** How PostgreSQL prints the one condition that every tenant policy must begin with. */
const ownPartnership = `(partnership_id = (NULLIF(current_setting(''app.partnership_id''::text, true), ''''::text))::uuid)`;

const question = (sql: string) => `with ${tables} ${sql}`;

const registryRules: SchemaRule[] = [
  {
    rule: 'table-not-registered',
    why: 'Backup, lint and distribution would pass it over: name it in table-classes.ts.',
    sql: question(`select name from table_of where class is null`),
  },
  {
    rule: 'registered-table-missing',
    why: 'The registry names a table that the migrations do not make.',
    sql: question(`select key from jsonb_each_text($1::jsonb) where key not in (select name from table_of)`),
  },
];

const keyRules: SchemaRule[] = [
  {
    rule: 'tenant-key',
    why: 'A tenant table has partnership_id uuid not null; row-level security and distribution go by it.',
    sql: question(`select name from tenant
      where key_number is null or key_type <> 'uuid'::regtype or not key_filled`),
  },
  {
    rule: 'shared-table-with-tenant-key',
    why: 'Rows of one partnership do not belong in a table that all partnerships read.',
    sql: question(`select name from table_of where class = 'shared' and key_number is not null`),
  },
  {
    rule: 'no-primary-key',
    why: 'History, backup and distribution identify a row by its primary key.',
    sql: question(`select name from table_of t
      where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`),
  },
  {
    rule: 'unique-without-tenant-key',
    why: 'Uniqueness across partnerships cannot be kept on several machines, and tells one what another holds.',
    sql: question(`select t.name || ' ' || i.indexrelid::regclass::text
      from tenant t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
      where key_number is not null and key_number <> all (i.indkey::int2[])`),
  },
  {
    rule: 'small-counter',
    why: 'Numbers given by several machines outgrow an integer; use bigint.',
    sql: question(`select t.name || '.' || a.attname from tenant t
      join pg_attribute a on a.attrelid = t.oid and a.atttypid in ('int2'::regtype, 'int4'::regtype)
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'`),
  },
];

const referenceRules: SchemaRule[] = [
  {
    rule: 'reference-without-tenant-key',
    why: 'A row could point at another partnership: pair partnership_id with partnership_id.',
    sql: question(`select label from reference
      where (from_class like 'tenant%' or from_class = 'twin') and (to_class like 'tenant%' or to_class = 'twin')
        and not exists (
          select from unnest(conkey, confkey) as pair (here, there) where here = from_key and there = to_key)`),
  },
  {
    rule: 'reference-across-classes',
    why: 'Shared and local tables do not live where a partnership lives; tenant rows may refer to tenant and shared ones only.',
    sql: question(`select label from reference
      where (from_class in ('shared', 'local') and (to_class like 'tenant%' or to_class = 'twin'))
        or ((from_class like 'tenant%' or from_class = 'twin') and to_class = 'local')`),
  },
  {
    rule: 'reference-that-acts',
    why: 'A cascade or set null changes rows without history or audit entry; references only refuse.',
    sql: question(
      `select label from reference where confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r')`,
    ),
  },
];

const isolationRules: SchemaRule[] = [
  {
    rule: 'row-security-off',
    why: 'Nothing but each statement would keep partnerships apart.',
    sql: question(`select name from tenant where not relrowsecurity`),
  },
  {
    rule: 'row-security-forced',
    why: 'Forced row-level security stops a partnership being moved between machines; the application owns nothing instead.',
    sql: question(`select name from table_of where relforcerowsecurity`),
  },
  {
    rule: 'no-policy',
    why: 'The application would see no row at all, and the next person would switch row-level security off.',
    sql: question(
      `select name from tenant t where not exists (select from policy p where p.oid = t.oid and polpermissive)`,
    ),
  },
  {
    rule: 'policy-lets-others-in',
    why: 'Every permissive policy begins with partnership_id = the setting app.partnership_id, joined to the rest by AND.',
    sql: question(`select label from policy
      where polpermissive and exists (
        select from unnest(array[seen, written]) as condition
        where condition is not null and condition <> '${ownPartnership}'
          and not starts_with(condition, '(${ownPartnership} AND '))`),
  },
  {
    rule: 'policy-ignores-circle',
    why: 'A table with circle_id holds restricted records; its policies name the circle.',
    sql: question(`select label from policy p
      where exists (select from pg_attribute a where a.attrelid = p.oid and a.attname = 'circle_id' and not a.attisdropped)
        and (seen !~ '\\mcircle_id\\M' or written !~ '\\mcircle_id\\M')`),
  },
  {
    rule: 'policy-reads-a-table',
    why: 'A sub-query, or a function that reads a table, runs for every row and is refused on a distributed table.',
    sql: question(`select label from policy
      where coalesce(polqual::text, '') || coalesce(polwithcheck::text, '') like '%{SUBLINK%'
        or exists (
          select from pg_depend d join pg_proc f on f.oid = d.refobjid
          where d.classid = 'pg_policy'::regclass and d.objid = policy_oid
            and d.refclassid = 'pg_proc'::regclass and f.prosrc ~* '\\mfrom\\M')`),
  },
  {
    rule: 'view-of-its-owner',
    why: 'A view without security_invoker reads as its owner and shows every partnership.',
    sql: question(`select s.nspname || '.' || c.relname from pg_class c join own_schema s on s.oid = c.relnamespace
      where (c.relkind = 'v' and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false))
        or (c.relkind = 'm' and has_table_privilege($2, c.oid, 'select'))`),
  },
  {
    rule: 'definer-function',
    why: 'A function that runs as its owner fixes its search_path and is not for everybody to call.',
    sql: question(`select f.oid::regprocedure::text from pg_proc f join own_schema s on s.oid = f.pronamespace
      where f.prosecdef and (
        not exists (select from unnest(f.proconfig) as setting where setting like 'search_path=%')
        or exists (
          select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) where grantee = 0))`),
  },
];

const powerRules: SchemaRule[] = [
  {
    rule: 'application-may-delete',
    why: 'Deleting leaves no history; disposal is a command that blanks values and keeps proof.',
    sql: question(`select name from table_of
      where class <> 'local' and has_table_privilege($2, oid, 'delete, truncate')`),
  },
  {
    rule: 'application-may-rewrite',
    why: 'History twins and append-only tables are written once: select and insert only.',
    sql: question(`select name from tenant
      where class in ('twin', 'tenant-append-only') and has_any_column_privilege($2, oid, 'update')`),
  },
  {
    rule: 'application-owns',
    why: 'Row-level security does not bind an owner; the application owns nothing and belongs to no owner.',
    sql: question(`select s.nspname || '.' || c.relname from pg_class c join own_schema s on s.oid = c.relnamespace
      where c.relpersistence <> 't' and pg_has_role($2, c.relowner, 'member')
      union all select nspname from own_schema where has_schema_privilege($2, oid, 'create')`),
  },
  {
    rule: 'application-role',
    why: 'The application role signs nobody in and has no power beyond its grants.',
    sql: question(`select rolname from pg_roles
      where rolname = $2 and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin or rolreplication)`),
  },
];

const historyRules: SchemaRule[] = [
  {
    rule: 'no-history',
    why: 'A tenant table keeps every version in <table>_history, unless it is declared append-only or machinery.',
    sql: question(`select name from table_of t
      where class = 'tenant' and not exists (
        select from table_of twin where twin.class = 'twin' and twin.name = t.name || '_history')`),
  },
  {
    rule: 'history-differs',
    why: 'The twin holds every column of its table, of the same type: a migration that adds one adds it to both.',
    sql: question(`select t.name || '.' || a.attname
      from table_of t join table_of twin on twin.class = 'twin' and twin.name = t.name || '_history'
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.class = 'tenant' and not exists (
        select from pg_attribute kept where kept.attrelid = twin.oid and not kept.attisdropped
          and kept.attname = a.attname and kept.atttypid = a.atttypid)`),
  },
  {
    rule: 'history-not-tied',
    why: 'A row refers to the same revision in its history, so that no change can be made without one.',
    sql: question(`select t.name from table_of t
        join table_of twin on twin.class = 'twin' and twin.name = t.name || '_history'
      where t.class = 'tenant' and not exists (
        select from reference r where r.conrelid = t.oid and r.confrelid = twin.oid
          and exists (select from pg_attribute a
            where a.attrelid = t.oid and a.attname = 'revision' and a.attnum = any (r.conkey)))`),
  },
];

const plainnessRules: SchemaRule[] = [
  {
    rule: 'trigger',
    why: 'A table with triggers cannot be distributed, and what they do stands in no command.',
    sql: question(`select t.name || ' ' || g.tgname from table_of t join pg_trigger g on g.tgrelid = t.oid
      where not g.tgisinternal`),
  },
  {
    rule: 'long-name',
    why: 'Distribution adds a number to names, of which PostgreSQL keeps 63 bytes: at most 54.',
    sql: question(`select c.relname from pg_class c join own_schema s on s.oid = c.relnamespace
      where octet_length(c.relname) > 54
      union select k.conname from pg_constraint k join own_schema s on s.oid = k.connamespace
      where octet_length(k.conname) > 54`),
  },
];

export const schemaRules: SchemaRule[] = [
  ...registryRules,
  ...keyRules,
  ...referenceRules,
  ...isolationRules,
  ...powerRules,
  ...historyRules,
  ...plainnessRules,
];
