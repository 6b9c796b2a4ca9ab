/**
 * Why the device could not keep something. Nothing was acknowledged when one of these comes back.
 *
 * - `full`: the disk or the browser's quota is full
 * - `lost`: the browser lost its connection to the database; only a reload brings it back
 * - `outdated`: another tab runs a newer version of the app; this tab must reload
 * - `locked`: the vault was locked meanwhile
 */
export type KeepFault = 'full' | 'lost' | 'outdated' | 'locked'
