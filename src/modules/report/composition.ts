// Everything one edition of the yearly report is made of, gathered once: rules, coverage and document are pure
// functions of this value, so a draft and a test see exactly the same.
import type { Finding } from '../../kernel/checking/finding.ts';
import type { EvidenceItem, KnownName, Ref } from '../../kernel/evidence/evidence.ts';

export const partners = {
  'local-authority': 'The local authority',
  'integrated-care-board': 'The integrated care board',
  police: 'The police',
} as const;
export type Partner = keyof typeof partners;

export interface Judgement {
  duty_id: string;
  status: 'met' | 'partly' | 'missing' | 'not-applicable';
  note: string;
  judged_by: string;
}

export interface Composition {
  partnership: {
    name: string;
    short_name: string;
    abbreviation: string | null;
    report_contact: string | null;
  };
  /** Null: nobody has recorded whether the area has a secure establishment. */
  has_secure_establishment: boolean | null;
  year: { label: string; from_on: string; to_on: string };
  edition: {
    ref: Ref;
    state: 'draft' | 'signed-off' | 'published' | 'withdrawn';
    due_on: string;
    published_on: string | null;
    framework_id: string;
  };
  today: string;
  /** In the order of the report. */
  items: EvidenceItem[];
  names: KnownName[];
  /** Words somebody wrote for a chapter, by chapter. */
  chapter_texts: Record<string, string>;
  judgements: Judgement[];
  print_permissions: { item_ref: Ref; reason: string; permitted_by: string }[];
  sign_offs: { partner: Partner; person: string; signed_on: string }[];
  scrutiny_comments: { text: string; person: string; made_on: string }[];
  dispatches: { recipient: string; sent_on: string; method: string }[];
}

export interface Coverage {
  /** The duty's id, for example YR23-10. */
  id: string;
  title: string;
  requirement: string;
  obligation: string;
  status: 'met' | 'partly' | 'missing' | 'not-applicable' | 'not-yet';
  /** Whether the duty itself has been verified in the published text; if not, it is only ever a "check". */
  verified: boolean;
  evidence: Ref[];
  note: string;
}

/** What the rules found, and who let it stand. */
export interface ReportFinding extends Finding {
  waived: { reason: string; by: string } | null;
}
