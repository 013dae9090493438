// What the program says to whoever runs it. A line is one of these events with a few plain facts, so that nothing that a
// person typed, and nothing about a person, can reach a log.

/** Every event there is; a logger leaves out whatever is not one of them. */
export const events = [
  'started',
  'stopping',
  'stopped',
  'stopped late',
  'request',
  'fault',
  'job failed',
  'job given up',
  'worker could not look',
] as const;
export type Event = (typeof events)[number];

export interface Log {
  info(facts: object, event: Event): void;
  warn(facts: object, event: Event): void;
  error(facts: object, event: Event): void;
}

/** The kind and place of a fault, without the values that its message may quote. */
export function faultWords(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    kind: error.name,
    code: plain(code),
    constraint: plain(constraint),
    message: isOurOwn(error, code) ? error.message : undefined,
    stack: framesOf(error),
  };
}

/** A plain Error is one that this program raises itself, with words of its own; all others may quote what they were given. */
function isOurOwn(error: Error, code: unknown): boolean {
  return (
    error.constructor === Error &&
    error.name === 'Error' &&
    code === undefined &&
    !/[@\n]/.test(error.message)
  );
}

function plain(value: unknown): unknown {
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined;
}

/** The lines of the stack that name a place in code; a message of several lines is none. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^ {4}at .*(node:|file:|\/|\\).*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
