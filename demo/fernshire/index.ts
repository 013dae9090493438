// Fernshire: a county that does not exist, its safeguarding children partnership, and three years of its thread. The
// 2023/24 report is clean; the draft on 2024/25 holds one of each planted fault (planted.ts).
import type { Demonstration } from '../demonstration.ts';
import { agencies, council } from './agencies.ts';
import { agreements } from './agreements.ts';
import { bodies } from './bodies.ts';
import { editions } from './editions.ts';
import { leaders } from './leaders.ts';
import { members } from './members.ts';
import { plantedClaims, plantedItems, plantedStrands } from './planted-facts.ts';
import { priorities, strategies } from './priorities.ts';
import { seriesItems } from './series.ts';
import { sources } from './sources.ts';
import { versions } from './versions.ts';
import { thread2022 } from './thread-2022.ts';
import { thread2023 } from './thread-2023.ts';
import { thread2024 } from './thread-2024.ts';
import { thread2025 } from './thread-2025.ts';
import { activities2021, claims2021, items2021, nextSteps2021 } from './year-2021-22.ts';
import { activities2022, claims2022, items2022, nextSteps2022 } from './year-2022-23.ts';
import { learning2023 } from './year-2023-24-learning.ts';
import { claims2023 } from './year-2023-24-claims.ts';
import { activities2023, nextSteps2023 } from './year-2023-24-plan.ts';
import { items2023 } from './year-2023-24.ts';
import { activities2024, claims2024, nextSteps2024 } from './year-2024-25-plan.ts';
import { items2024 } from './year-2024-25.ts';

export { fernshireChildren } from './children.ts';
export { fernshireCircles, fernshireRestricted } from './circles.ts';
export { fernshireRights } from './rights.ts';
export { fernshireKeeping } from './keeping.ts';
export { planted } from './planted.ts';

export const fernshire: Demonstration = {
  short_name: 'fernshire',
  name: 'Fernshire Safeguarding Children Partnership',
  abbreviation: 'FSCP',
  names: [{ name: 'Fernshire Local Safeguarding Children Board', until_on: '2019-09-01' }],
  area: {
    local_authority: council,
    description:
      'A county that does not exist: five districts, a coast, market towns and one small city, made up to show how the ' +
      'partnership’s work hangs together. Agencies, schools, people and figures are invented.',
    has_secure_establishment: false,
    report_contact: 'partnership@fernshire.example',
  },
  abbreviations: [
    { short: 'FSCP', expansion: 'Fernshire Safeguarding Children Partnership' },
    { short: 'RHI', expansion: 'Return Home Interview' },
  ],
  agencies,
  bodies,
  people: [...leaders, ...members],
  agreements,
  sources,
  years: ['2021-22', '2022-23', '2023-24', '2024-25'],
  priorities,
  strategies,
  items: [
    ...seriesItems,
    ...items2021,
    ...items2022,
    ...items2023,
    ...learning2023,
    ...items2024,
    ...plantedItems,
  ],
  activities: [...activities2021, ...activities2022, ...activities2023, ...activities2024],
  claims: [...claims2021, ...claims2022, ...claims2023, ...claims2024, ...plantedClaims],
  next_steps: [...nextSteps2021, ...nextSteps2022, ...nextSteps2023, ...nextSteps2024],
  strands: [...thread2022, ...thread2023, ...thread2024, ...thread2025, ...plantedStrands],
  editions,
  versions,
};
