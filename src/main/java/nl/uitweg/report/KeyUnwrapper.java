package nl.uitweg.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.StoredKey;

/**
 * Finds and unwraps the keys of one report. {@link StoredKey#received} tells whether a key is the
 * one that was first received. Callers must have started a transaction.
 */
@Singleton
class KeyUnwrapper {

  private final Opener opener;
  private final WrappedKeyStore keys;

  KeyUnwrapper(Opener opener, WrappedKeyStore keys) {
    this.opener = opener;
    this.keys = keys;
  }

  /** A wrapped key of a report; empty when it is not wrapped for these municipalities. */
  Optional<StoredKey> find(Report report, String keyName, List<String> municipalities) {
    return keys.findStored(keyName, report.id, municipalities);
  }

  /**
   * A wrapped key of a report that has not been purged.
   *
   * @throws UnsealException when the key is not wrapped for these municipalities
   * @throws PurgedReportException when the report was purged and its rows were restored
   */
  StoredKey require(Report report, String keyName, List<String> municipalities)
      throws UnsealException {
    StoredKey stored =
        find(report, keyName, municipalities)
            .orElseThrow(() -> new UnsealException("not sealed for these municipalities"));
    stored.received().requireNotPurged();
    return stored;
  }

  /**
   * Unwraps a key, without comparing it with what was first received.
   *
   * @throws UnsealException when the wrapped key was altered
   */
  ContentKey unwrap(Report report, String keyName, StoredKey stored) throws UnsealException {
    return opener.unwrap(stored.recipient(), keyName, report.id, stored.wrapped());
  }

  /**
   * Unwraps the content key or the notes key.
   *
   * @throws UnsealException when the wrapped key was altered, or is not the one first received
   */
  ContentKey unwrapReceived(Report report, String keyName, StoredKey stored)
      throws UnsealException {
    ContentKey key = unwrap(report, keyName, stored);
    stored.received().requireKey(stored.wrapped());
    return key;
  }

  /**
   * Unwraps the content key of a report.
   *
   * @throws UnsealException as {@link #require} and {@link #unwrapReceived} do
   */
  ContentKey contentKey(Report report, List<String> municipalities) throws UnsealException {
    return unwrapReceived(report, KeyName.REPORT, require(report, KeyName.REPORT, municipalities));
  }

  /**
   * Unwraps the conversation key of a report.
   *
   * @throws UnsealException when the key is not wrapped for these municipalities, was altered, or
   *     is not the one first received
   */
  ContentKey conversationKey(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored = require(report, KeyName.CONVERSATION, municipalities);
    ContentKey key = unwrap(report, KeyName.CONVERSATION, stored);
    stored.received().requireConversation(stored.wrapped());
    return key;
  }
}
