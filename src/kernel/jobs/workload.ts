// How much waits and how much there is, over all partnerships together: numbers for whoever runs the installation.
import type { Pool } from '../../database/connection.ts';

export interface Workload {
  jobs_waiting: number;
  /** Given up after the last attempt: they wait for a person to look. */
  jobs_failed: number;
  /** How long the oldest job that is due has been waiting. */
  oldest_job_seconds: number;
  audit_entries: number;
}

export async function readWorkload(pool: Pool): Promise<Workload> {
  const [workload] = await pool.single<Workload & Record<string, unknown>>(
    'select jobs_waiting, jobs_failed, oldest_job_seconds, audit_entries from kernel.workload()',
    [],
  );
  if (workload === undefined) throw new Error('The database did not say how much work there is.');
  return workload;
}
