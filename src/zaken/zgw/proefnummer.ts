/** A number that no case, document or decision has: so every answer is empty, and about nobody. */
export const proefnummer = 'VOORDEUR-PROEF-0'
