// Abbreviations as the documents first expand them. Where a document expands one in two ways, the first is kept here
// and the other stays in the fact that prints it.
import type { Demonstration } from '../demonstration.ts';

export const abbreviations: Demonstration['abbreviations'] = [
  { short: 'CYSCP', expansion: 'City of York Safeguarding Children Partnership', locator: '001:7' },
  { short: 'IS', expansion: 'Independent Scrutineer', locator: '001:39' },
  { short: 'YSAB', expansion: 'York Schools and Academies Board', locator: '001:135' },
  { short: 'DSP', expansion: 'Delegated Safeguarding Partner', locator: '001:129' },
  { short: 'JTAI', expansion: 'Joint Targeted Area Inspection', locator: '002:125' },
  { short: 'PPN', expansion: 'Public Protection Notice', locator: '002:323' },
  { short: 'MASH', expansion: 'Multi-Agency Safeguarding Hub', locator: '002:272' },
  { short: 'MACEM', expansion: 'Multi-Agency Child Exploitation Meeting', locator: '002:387' },
  { short: 'RAM', expansion: 'Risk Assessment Meeting', locator: '002:387' },
  { short: 'CAMHS', expansion: 'Child and Adolescent Mental Health Services', locator: '002:319' },
  { short: 'TEWV', expansion: 'Tees, Esk and Wear Valleys NHS Foundation Trust', locator: '002:588' },
  {
    short: 'SENDIASS',
    expansion: 'Special Educational Needs and Disability Information, Advice and Support Service',
    locator: '002:319',
  },
  { short: 'SEND', expansion: 'Special Education Needs and Disabilities', locator: '002:277' },
  { short: 'FIS', expansion: 'Family Information Service', locator: '002:341' },
  { short: 'FFP', expansion: 'Families First Partnership', locator: '002:79' },
  { short: 'AI', expansion: 'Artificial Intelligence', locator: '002:393' },
  { short: 'AWARE', expansion: 'We are Emotionally Aware', locator: '002:323' },
  { short: 'AGM', expansion: 'Annual General Meeting', locator: '002:637' },
  { short: 'CDOP', expansion: 'Child Death Overview Panel', locator: '002:1009' },
  {
    short: 'HEEADSSS',
    expansion:
      'Home, Education & Employment, Activities, Drugs/Drinking, Sex Self-harm, Depression & Suicide, Safety tool',
    locator: '002:639',
  },
];
