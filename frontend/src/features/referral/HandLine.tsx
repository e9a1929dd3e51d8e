/** A line to write on, once the sheet is on paper. */
export const HandLine = () => <span className="sn-hand" />;
