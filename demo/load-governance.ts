// The partnership itself: names, area, agencies, bodies, people and their appointments.
import type { BodyFacts, OtherName } from './demonstration.ts';
import type { Loader } from './load.ts';

export async function loadGovernance(loader: Loader): Promise<void> {
  const { facts, act } = loader;
  for (const { from_on, until_on, name, abbreviation } of facts.names ??
    ([{ name: facts.name, abbreviation: facts.abbreviation }] as NonNullable<typeof facts.names>)) {
    await act('governance.name-partnership', {
      name,
      abbreviation: abbreviation ?? null,
      from_on: from_on ?? null,
      until_on: until_on ?? null,
    });
  }
  const { has_secure_establishment: secure, ...area } = facts.area;
  await act('governance.describe-area', {
    ...area,
    secure_establishment: secure === null ? 'not-recorded' : secure ? 'yes' : 'no',
  });
  for (const { locator, ...abbreviation } of facts.abbreviations) {
    await act('governance.expand-abbreviation', { ...abbreviation, source: locator ?? null });
  }
  await loadAgencies(loader);
  await loadBodies(loader);
  await loadPeople(loader);
  await loadAgreements(loader);
}

const dated = ({ name, kind, from_on, until_on, locator }: OtherName) => ({
  name,
  kind,
  from_on: from_on ?? null,
  until_on: until_on ?? null,
  source: locator ?? null,
});

async function loadAgencies({ facts, act, id, keep, idOrNull }: Loader): Promise<void> {
  const wholesFirst = [
    ...facts.agencies.filter((a) => !a.part_of),
    ...facts.agencies.filter((a) => a.part_of),
  ];
  for (const { name, kind, legal_type, part_of, locator, names = [] } of wholesFirst) {
    const made = await act('governance.add-agency', {
      name,
      kind,
      legal_type,
      part_of_id: idOrNull('agency', part_of),
      source: locator ?? null,
    });
    keep('agency', name, made.id);
    for (const other of names)
      await act('governance.name-agency', { agency_id: id('agency', name), ...dated(other) });
  }
}

async function loadBodies({ facts, act, id, keep, idOrNull }: Loader): Promise<void> {
  for (const body of inOrder(facts.bodies)) {
    const { name, kind, terms_of_reference, cadence, reports_to, shared_with, from_on, until_on, locator } =
      body;
    const made = await act('governance.add-body', {
      name,
      kind,
      terms_of_reference: terms_of_reference ?? null,
      cadence: cadence ?? null,
      reports_to_id: idOrNull('body', reports_to),
      shared_with: shared_with ?? null,
      from_on: from_on ?? null,
      until_on: until_on ?? null,
      source: locator ?? null,
    });
    keep('body', name, made.id);
    const body_id = made.id;
    for (const other of body.names ?? []) await act('governance.name-body', { body_id, ...dated(other) });
    for (const seat of body.seats ?? []) {
      await act('governance.add-seat', {
        body_id,
        agency_id: id('agency', seat.agency),
        title: seat.title,
        from_on: seat.from_on ?? null,
        until_on: seat.until_on ?? null,
        source: seat.locator ?? null,
      });
    }
    for (const { locator: source, until_on: until, ...authority } of body.may_decide ?? []) {
      await act('governance.give-authority', {
        body_id,
        ...authority,
        until_on: until ?? null,
        source: source ?? null,
      });
    }
  }
}

/** Bodies after those they report to. */
function inOrder(bodies: BodyFacts[]): BodyFacts[] {
  const done: BodyFacts[] = [];
  const waiting = [...bodies];
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      (body) => !body.reports_to || done.some((d) => d.name === body.reports_to),
    );
    if (next < 0)
      throw new Error(
        `Bodies report to each other in a circle, or to one that is not there: ${waiting.map((b) => b.name).join(', ')}`,
      );
    done.push(...waiting.splice(next, 1));
  }
  return done;
}

async function loadPeople({ facts, act, id, keep, idOrNull, managerOn }: Loader): Promise<void> {
  const founder = managerOn('2025-09-15');
  for (const { key, name, job_title, agency, email, appointments } of facts.people) {
    if (key !== founder) {
      const made = await act('governance.add-person', {
        name,
        job_title: job_title ?? null,
        email: email ?? null,
        agency_id: idOrNull('agency', agency),
      });
      keep('person', key, made.id);
    }
    for (const { role, body, agency: agencyFor, from_on, until_on, locator } of appointments) {
      // Founding the partnership appointed its business manager already.
      if (key === founder && role === 'business-manager') continue;
      await act('governance.appoint', {
        person_id: id('person', key),
        role,
        body_id: idOrNull('body', body),
        agency_id: idOrNull('agency', agencyFor),
        from_on,
        until_on: until_on ?? null,
        source: locator ?? null,
      });
    }
  }
}

async function loadAgreements({ facts, act, id, managerOn }: Loader): Promise<void> {
  for (const { title, parties, kinds, purpose, lawful_basis, recorded_on, ...term } of facts.agreements ??
    []) {
    const manager = { by: managerOn(recorded_on), on: recorded_on };
    const made = await act(
      'governance.add-agreement',
      {
        title,
        agency_ids: parties.map(({ agency }) => id('agency', agency)),
        kinds,
        purpose,
        lawful_basis,
        from_on: term.from_on,
        until_on: term.until_on ?? null,
        review_on: term.review_on,
      },
      manager,
    );
    for (const { agency, signed_on, by, signatory } of parties) {
      const of = { id: made.id, agency_id: id('agency', agency) };
      if (signed_on && by) await act('governance.sign-agreement', of, { by, on: signed_on });
      if (signed_on && signatory)
        await act(
          'governance.record-agreement-signature',
          { ...of, signatory, signed_on },
          { by: managerOn(signed_on), on: signed_on },
        );
    }
  }
}
