/**
 * Version of the calculation itself. It goes up when the same law file and the same facts
 * could give another answer; a receipt of another version is not replayed but said to be so.
 */
export const ENGINE_VERSIE = '1.0.0'
