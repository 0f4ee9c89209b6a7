/** The activity in the register under which chain cases are kept and read. */
export const ketenDoel = 'ketenzaak'
