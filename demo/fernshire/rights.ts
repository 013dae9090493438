// A request to see what is held, in progress on the demonstration's day, and a note beside a record that a parent says is
// wrong. Nobody in it exists.
export const fernshireRights = {
  circle: {
    key: 'rights',
    name: 'Requests about information',
    purpose: 'People who answer requests to see what is held; only they see a request and its bundle.',
  },
  finding: {
    key: 'juniper-harbour',
    circle: 'missing',
    title: 'What a young person said when she came home',
    text:
      'Juniper Testwood told the project’s worker, Harriet Birdsedge, that she goes to the harbour when it is loud at home. ' +
      'She was there with Caspian Samplestow. She asked that her mother is told by somebody she knows.',
    found_on: '2025-07-22',
  },
  request: {
    child: 'child-1',
    about_names: 'Juniper Testwood\nJuno Testwood',
    about_dates: 'Born on 3 November 2010',
    asked_by: 'Juniper Testwood',
    capacity: 'self',
    answer_to: 'She will collect it, with her social worker',
    asked_for: 'I want to read what you have about me when I was missing.',
    received_on: '2025-08-26',
    identity: { note: 'Her social worker came with her and vouched for her.', on: '2025-08-28' },
    gathered_on: '2025-09-02',
  },
  rectification: {
    child: 'child-1',
    disputed: 'The school. Juniper changed school at the end of July.',
    raised_by: 'Juniper’s mother',
    capacity: 'parent',
    raised_on: '2025-09-08',
    note: 'Juniper’s mother says that Juniper left Port Ansel High School in July 2025. The school is being asked.',
  },
} as const;
