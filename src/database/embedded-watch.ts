// Watches over a program that must run, and brings it back when it was killed.
const look = 1_000;

export interface Watch {
  /** No revival begins after this, and one that has begun is waited for. */
  stop(): Promise<void>;
}

/** Looks every second. A revival that fails is told once on standard error and tried again. */
export function keepAlive(isAlive: () => boolean, revive: () => Promise<void>): Watch {
  let reviving: Promise<void> | undefined;
  let told = false;
  const timer = setInterval(() => {
    if (reviving !== undefined || isAlive()) return;
    reviving = tryToRevive();
  }, look);
  async function tryToRevive(): Promise<void> {
    try {
      await revive();
      told = false;
      console.error('The database had ended; it was started again.');
    } catch (problem) {
      const why = problem instanceof Error ? problem.message : String(problem);
      if (!told) console.error(`The database has ended and could not be started again yet: ${why}`);
      told = true;
    } finally {
      reviving = undefined;
    }
  }
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await reviving;
    },
  };
}
