/** What is used of it. It is given to the reports from outside: the ground floor knows no library but zod. */
declare module 'jstat' {
  const jstat: {
    jStat: { studentt: { inv: (p: number, degreesOfFreedom: number) => number } }
  }
  export default jstat
}
