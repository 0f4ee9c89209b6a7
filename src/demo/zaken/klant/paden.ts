/** Below the root of an organisation; apart, so that an organisation can be named without waking it. */
export const klantinteractiesPad = '/klantinteracties/api/v1'
export const takenPad = '/mijntaken/v1'
