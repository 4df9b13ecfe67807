/** How many shortlists an organisation may keep, how many products one may hold, and how long a note may be. */
export const mostShortlists = 50;
export const mostShortlisted = 50;
export const longestShortlistName = 60;
export const longestShortlistNote = 500;
