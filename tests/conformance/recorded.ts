/** The server's clock while a release is recorded, and while a later one answers the same. */
export const RECORDED_AT = '2026-03-02T09:00:00.000Z'
