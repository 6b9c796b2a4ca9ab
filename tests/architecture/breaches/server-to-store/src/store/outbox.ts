export const outbox = []
