/** Who grew older, where that is what changed a right. */
export interface Jarige {
  readonly wie: 'aanvrager' | 'partner' | 'kinderen' | 'medebewoners'
  /** In whole years, on the day of the change; the birthday may have been earlier. */
  readonly leeftijd: number
  /** The rule that turned: `heeft_aow_leeftijd`. Absent: none by itself. */
  readonly regel?: string
}
