export const visit = 'visit'
