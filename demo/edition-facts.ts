// What is said of one year's report in a demonstration: judged, signed and sent, with the papers and versions that stand beside it.
import type { VersionKind } from '../src/modules/report/versions/version.ts';

/** What was judged, waived, signed and sent for one year's report. Judgements are by the person whose key is given. */
export interface EditionFacts {
  year: string;
  chapter_texts?: { chapter: string; text: string }[];
  judgements?: {
    duty: string;
    status: 'met' | 'partly' | 'missing' | 'not-applicable';
    note: string;
    by: string;
  }[];
  print_permissions?: { item: string; reason: string; by: string }[];
  waivers?: { rule: string; where: string; reason: string; by: string }[];
  scrutiny_comment?: { text: string; by: string; on: string };
  sign_offs?: { by: string; on: string }[];
  published_on?: string;
  dispatches?: { recipient: string; on: string; method: string }[];
  cover_papers?: CoverPaperFacts[];
}

/** The paper by which a committee of the council is given the report. */
export interface CoverPaperFacts {
  template: string;
  committee: string;
  meeting_on: string;
  decision: 'note' | 'endorse' | 'decide';
  answers: Record<string, string | string[]>;
  begun_on: string;
  /** Left out for a paper that is still being written. */
  signed_off_on?: string;
}

/** A version of a report for children or in easy read; `rests_on` is the key of a claim. */
export interface VersionFacts {
  year: string;
  kind: VersionKind;
  opening: string;
  parts: {
    priority: string;
    told: string;
    did: string;
    changed: string;
    next: string;
    rests_on: string;
    picture: { name: string; svg: string; alt: string };
  }[];
  signed?: {
    on: string;
    shown_to: string;
    shown_count: number;
    shown_on: string;
    they_said: string;
    changed_because: string;
  };
}
