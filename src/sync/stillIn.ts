import { ok, type Result } from '#domain/result.ts'
import type { Checkpoint } from '#protocol/sync.ts'
import type { Transport, TransportFault } from './transport.ts'

/**
 * Whether the server is still in the epoch, and the person's access as it was, that a checkpoint is of. Records that are
 * fetched by name do not say of what epoch they are. Asked once they are here it covers them: no epoch ever comes back.
 * Without it a second restore would put what it left over what the device was about to give back.
 */
export async function isStillIn(
  transport: Transport,
  checkpoint: Checkpoint,
): Promise<Result<boolean, TransportFault>> {
  const page = await transport.pull(checkpoint)
  return page.ok ? ok(page.value.kind === 'page') : page
}
