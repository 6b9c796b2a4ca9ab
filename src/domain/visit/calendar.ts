/**
 * The same day six months on, `YYYY-MM-DD`; the month's last day where it is shorter. Text that isn't a day comes
 * back as it is.
 */
export function sixMonthsAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return day
  const months = year * 12 + (month - 1) + 6
  const [toYear, toMonth] = [Math.floor(months / 12), months % 12]
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate()
  return new Date(Date.UTC(toYear, toMonth, Math.min(date, last))).toISOString().slice(0, 10)
}
