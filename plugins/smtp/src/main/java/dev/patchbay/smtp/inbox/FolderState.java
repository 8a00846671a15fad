package dev.patchbay.smtp.inbox;

/**
 * What a server says of a folder when it is opened (RFC 3501, section 6.3.1).
 *
 * @param validity its UIDVALIDITY
 * @param next the number that the next mail gets
 * @param exists how many mails there are
 */
record FolderState(long validity, long next, long exists) {}
