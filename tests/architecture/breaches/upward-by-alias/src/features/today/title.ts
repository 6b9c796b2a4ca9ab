export const title = 'Today'
