/**
 * Each in turn, also when one of them goes wrong: a queue or a call that cannot be read keeps no other from what time does
 * in it. What went wrong is thrown after the last.
 */
export async function voorIeder<T>(alle: readonly T[], doe: (een: T) => Promise<void>): Promise<void> {
  const fouten: unknown[] = []
  for (const een of alle) await doe(een).catch((fout: unknown) => fouten.push(fout))
  if (fouten.length > 0) throw fouten.length === 1 ? fouten[0] : new AggregateError(fouten)
}
