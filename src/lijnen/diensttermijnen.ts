/** Named limits of being there, our choice. */

/** A page with a live connection says every half minute that it is there; so long that holds. */
export const LEVEND_MS = 90_000
/** Said again within this it is not written again: less than the half minute of a page, so that each of its signs is written. */
export const GEZIEN_MS = 20_000
/** One without script holds until the next click, and no longer than this. */
export const KLIK_MS = 10 * 60_000
/** So long it rings at one person. */
export const OPNEEM_MS = 45_000
/** So long a caller may be away; then they have hung up. Who was promised a time needs no page. */
export const BELLER_WEG_MS = 3 * 60_000
