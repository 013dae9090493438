// An information sharing agreement in force, for tests in which somebody gives a return for an agency.
import type { z } from 'zod';
import { resultOf, type TestHouse, type TestPartnership } from '../testing.ts';
import { addAgency } from './agency.operations.ts';
import type { agreement } from './sharing/agreement.ts';
import { addAgreement, recordSignature } from './sharing/agreement.operations.ts';

/** Signed for these agencies and for the council, in force on the day of the tests. */
export async function agreementInForce(
  { house }: TestHouse,
  { manager }: TestPartnership,
  agencies: readonly string[],
  more: Partial<z.input<typeof agreement>> = {},
): Promise<string> {
  const council = await resultOf(house, addAgency, manager, {
    name: `Council that signs ${agencies.join(' ')}`,
    kind: 'safeguarding-partner',
    legal_type: 'local-authority',
  });
  const { id } = await resultOf(house, addAgreement, manager, {
    title: 'Sharing for the yearly report',
    agency_ids: [council.id, ...agencies],
    kinds: ['evidence'],
    purpose: 'The yearly report',
    lawful_basis: 'Public task',
    from_on: '2024-04-01',
    review_on: '2026-04-01',
    ...more,
  });
  for (const agency_id of [council.id, ...agencies]) {
    const signed = { id, agency_id, signatory: 'Chief executive', signed_on: '2024-03-20' };
    await resultOf(house, recordSignature, manager, signed);
  }
  return id;
}
