/** Has no exports: an old Node throws when this is loaded. */
export {}
