// Published questionnaires and scores that partnerships report, with the ends of their scales and where means of groups of
// children, young people or adults usually lie. General knowledge of the instruments; a mean outside its usual range is only
// ever asked about, because groups in treatment score differently and some questionnaires are scored in several ways.
export interface MeasurementScale {
  name: string;
  /** How texts name it. */
  pattern: RegExp;
  minimum: number;
  maximum: number;
  usual: { from: number; to: number } | null;
}

/** The more special names first: "short" before the full scale. */
export const measurementScales: readonly MeasurementScale[] = [
  scale(
    'short mental wellbeing scale (SWEMWBS)',
    /\bS-?WEMWBS\b|\bshort (version of the )?warwick/i,
    7,
    35,
    [18, 29],
  ),
  scale('mental wellbeing scale (WEMWBS)', /\bWEMWBS\b|\bwarwick[- –]+edinburgh/i, 14, 70, [38, 60]),
  scale(
    'Strengths and Difficulties Questionnaire (SDQ), total difficulties',
    /\bSDQs?\b|\bstrengths and difficulties/i,
    0,
    40,
    [4, 23],
  ),
  scale('children’s wellbeing scale (SCWBS)', /\bSCWBS\b|\bstirling children.s well/i, 12, 60, [36, 52]),
  scale('WHO-5 wellbeing index', /\bWHO-?5\b/i, 0, 100, null),
  scale('PHQ-9', /\bPHQ-?9\b/i, 0, 27, null),
  scale('GAD-7', /\bGAD-?7\b/i, 0, 21, null),
  scale('postnatal depression scale (EPDS)', /\bEPDS\b|\bpostnatal depression scale\b/i, 0, 30, null),
  scale(
    'outcome rating scale (ORS, CORS)',
    /\bC?ORS\b(?= (score|mean|average|scale))|\boutcome rating scale/i,
    0,
    40,
    null,
  ),
  scale('YP-CORE or CORE-10', /\b(YP-?CORE|CORE-?10)\b/i, 0, 40, null),
  scale('HoNOSCA', /\bHoNOSCA\b/i, 0, 52, null),
  scale('Children’s Global Assessment Scale (CGAS)', /\bC-?GAS\b/, 1, 100, null),
  scale('K10 distress scale', /\bK-?10\b/, 10, 50, null),
  scale('K6 distress scale', /\bK-?6\b/, 0, 24, null),
  scale('AUDIT-C', /\bAUDIT-C\b/, 0, 12, null),
  scale('goal-based outcome rating (GBO)', /\bGBOs?\b|\bgoal.based outcomes?\b/i, 0, 10, null),
  scale('Apgar score', /\bapgar\b/i, 0, 10, null),
];

function scale(
  name: string,
  pattern: RegExp,
  minimum: number,
  maximum: number,
  usual: readonly [number, number] | null,
): MeasurementScale {
  return { name, pattern, minimum, maximum, usual: usual && { from: usual[0], to: usual[1] } };
}
