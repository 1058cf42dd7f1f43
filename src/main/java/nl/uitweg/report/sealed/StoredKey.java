package nl.uitweg.report.sealed;

import nl.uitweg.report.received.ReceivedFingerprint;

/**
 * A key wrapped for one of the municipalities of the officer, with the fingerprint that was
 * recorded when the report was first received or, for the notes key, when the key was created.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredKey(String recipient, byte[] wrapped, ReceivedFingerprint received) {}
