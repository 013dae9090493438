// What the published arrangements (the MASA) must tell readers, item by item and edition by edition. York's arrangements
// of January 2019 follow the 2018 list as their contents page, which is how the first twelve are known.

import type { FrameworkId } from './framework.ts';
import { isVerified, type Mark } from './provenance.ts';

export interface Inclusion {
  /** 'expected' where the edition does not name the item but readers would look for it. */
  status: 'required' | 'expected';
  mark: Mark;
  verified: boolean;
  /** What this edition adds to the item. */
  adds?: string;
}

export interface MasaItem {
  id: string;
  title: string;
  editions: Partial<Record<FrameworkId, Inclusion>>;
}

export const masaContents: readonly MasaItem[] = [
  item('MASA-01', 'How the partners work together to find and meet local children’s needs', 'found'),
  item('MASA-02', 'How local practice reviews are commissioned and published', 'found'),
  item('MASA-03', 'Independent scrutiny of how effective the arrangements are', 'found', {
    adds: 'Who scrutinises, how, and what is done with the scrutineer’s report',
  }),
  item('MASA-04', 'Who the three safeguarding partners are', 'found', {
    adds: 'Names of the lead and delegated safeguarding partners and of the partnership chair',
  }),
  item('MASA-05', 'The area covered, above all where it holds more than one council', 'found'),
  item('MASA-06', 'Which relevant agencies take part, why, and how they work with the partners', 'found', {
    adds: 'Voluntary, community and social enterprise bodies',
  }),
  item('MASA-07', 'How every early years setting, school and other place of education is included', 'found', {
    adds: 'Education heard both where work is led and where it is done',
  }),
  item('MASA-08', 'Youth custody and residential homes for children', 'found'),
  item(
    'MASA-09',
    'How data and intelligence are used to judge help for children, early help included',
    'found',
    {
      adds: 'The data set the partners share',
    },
  ),
  item('MASA-10', 'Multi-agency training and what it changes, and multi-agency audits', 'found'),
  item('MASA-11', 'How the arrangements are paid for', 'found', {
    adds: 'Fair shares, agreed by the lead safeguarding partners',
  }),
  item('MASA-12', 'How local reviews are carried out and their learning put into practice', 'found'),
  item('MASA-13', 'How children and families are heard', 'known'),
  item('MASA-14', 'How the threshold document fits with the arrangements', 'known'),
  {
    id: 'MASA-15',
    title: 'How the partners settle disagreements and escalate concerns',
    editions: {
      WT2018: { status: 'expected', ...markedAs('uncertain') },
      WT2023: { status: 'required', ...markedAs('uncertain') },
      WT2026: { status: 'required', ...markedAs('uncertain') },
    },
  },
  item('MASA-16', 'Where the yearly report will be published', 'known'),
  {
    id: 'MASA-17',
    title: 'Children in care as part of the arrangements, how partners are inspected, and analysis of racism',
    editions: { WT2026: { status: 'required', ...markedAs('found') } },
  },
];

/** The items one edition asks for, each with what that edition says of it. */
export function masaContentsFor(framework: FrameworkId): (Pick<MasaItem, 'id' | 'title'> & Inclusion)[] {
  return masaContents.flatMap(({ id, title, editions }) => {
    const inclusion = editions[framework];
    return inclusion ? [{ id, title, ...inclusion }] : [];
  });
}

/** An item of the 2018 list. The 2023 text is known but unchecked; for 2026 the item is assumed to continue. */
function item(id: string, title: string, mark2018: Mark, addedIn2023: { adds?: string } = {}): MasaItem {
  return {
    id,
    title,
    editions: {
      WT2018: { status: 'required', ...markedAs(mark2018) },
      WT2023: { status: 'required', ...markedAs('known'), ...addedIn2023 },
      WT2026: { status: 'required', ...markedAs('uncertain'), ...addedIn2023 },
    },
  };
}

function markedAs(mark: Mark): { mark: Mark; verified: boolean } {
  return { mark, verified: isVerified(mark) };
}
