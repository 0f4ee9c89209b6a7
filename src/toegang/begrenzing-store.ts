/** Counters that all servers share. They hold no name, number or address: a hash, a moment and how often. */
export interface BegrenzingStore {
  /** Adds one to each, and gives how many it is now, in the same order. */
  tel(vensters: readonly { readonly sleutel: Buffer; readonly begin: Date }[]): Promise<readonly number[]>
}
