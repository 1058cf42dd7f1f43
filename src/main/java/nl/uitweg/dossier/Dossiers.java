package nl.uitweg.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.sealed.StoredKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds, creates and changes dossiers, and decrypts their titles; {@link DossierReports} changes
 * which reports they have. Every change is recorded in the audit trail. Callers must have started a
 * transaction, and must have locked the dossier that they change ({@link #findForUpdate}).
 */
@ApplicationScoped
public class Dossiers {

  /** Maximum number of characters of a title. */
  public static final int MAX_TITLE_LENGTH = 100;

  private final DossierStore store;
  private final DossierKeys keys;
  private final AuditTrail audit;
  private final Clock clock;

  Dossiers(DossierStore store, DossierKeys keys, AuditTrail audit, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The title of a dossier.
   *
   * @param text empty when nobody has written a title, or when it cannot be decrypted
   */
  public record Title(String text, boolean readable) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Title";
    }
  }

  /** A text as a title: one line, not longer than a title may be. */
  public static String cutTitle(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_TITLE_LENGTH ? line : line.substring(0, MAX_TITLE_LENGTH).strip();
  }

  /** Finds a dossier of one of these municipalities. */
  public Optional<Dossier> find(UUID id, List<String> municipalities) {
    return store.find(id, municipalities);
  }

  /** Like {@link #find}; also locks the row until the transaction ends. */
  public Optional<Dossier> findForUpdate(UUID id, List<String> municipalities) {
    return store.findForUpdate(id, municipalities);
  }

  /** The dossier with this number; empty when the caller may see none. */
  public Optional<Dossier> find(DossierNumber number) {
    return store.findByNumber(number);
  }

  /** Dossiers of these municipalities, without merged ones, last changed first. */
  public List<Dossier> list(List<String> municipalities, boolean closed, int limit) {
    return store.list(municipalities, closed, limit);
  }

  /** The dossiers that were merged into this one, also by way of another. */
  public List<Dossier> mergedInto(Dossier dossier) {
    return store.mergedInto(dossier.id);
  }

  public Title title(Dossier dossier) {
    Map<UUID, StoredKey> stored = keys.stored(List.of(dossier.id), List.of(dossier.municipality));
    return open(dossier, Optional.ofNullable(stored.get(dossier.id)));
  }

  /** The titles of dossiers, by dossier id. */
  public Map<UUID, Title> titles(Collection<Dossier> dossiers, List<String> municipalities) {
    Map<UUID, StoredKey> stored =
        keys.stored(dossiers.stream().map(Dossier::id).toList(), municipalities);
    Map<UUID, Title> titles = new HashMap<>();
    dossiers.forEach(
        dossier ->
            titles.put(dossier.id, open(dossier, Optional.ofNullable(stored.get(dossier.id)))));
    return titles;
  }

  private Title open(Dossier dossier, Optional<StoredKey> stored) {
    byte[] sealed = dossier.sealed;
    if (sealed == null) {
      return new Title("", true);
    }
    try {
      byte[] text =
          keys.unwrap(dossier.id, stored.orElseThrow(() -> new UnsealException("no key")))
              .open(dossier.titleAssociatedData(), sealed);
      return new Title(new String(text, StandardCharsets.UTF_8), true);
    } catch (UnsealException | IllegalStateException e) {
      return new Title("", false);
    }
  }

  /**
   * Creates a dossier without reports, which belongs to the officer who makes it.
   *
   * @param title at most {@link #MAX_TITLE_LENGTH} characters
   */
  public Dossier create(String municipality, DossierKind kind, String title, String officer) {
    Dossier dossier =
        new Dossier(UUID.randomUUID(), municipality, kind, DutchTime.today(clock), officer);
    dossier.changedAt = clock.instant();
    store.persistAndFlush(dossier); // the key refers to its row
    try {
      seal(dossier, title, officer);
    } catch (UnsealException e) {
      throw new IllegalStateException("A new dossier has a new key", e);
    }
    record(dossier, AuditAction.DOSSIER_CREATE, kind.key(), officer);
    return dossier;
  }

  /**
   * Gives the dossier another title and kind.
   *
   * @throws UnsealException when the key of the dossier was altered or replaced
   */
  public void rename(Dossier dossier, DossierKind kind, String title, String officer)
      throws UnsealException {
    seal(dossier, title, officer);
    dossier.kind = kind;
    dossier.changed(clock.instant());
    record(dossier, AuditAction.DOSSIER_RENAME, "", officer);
  }

  private void seal(Dossier dossier, String title, String officer) throws UnsealException {
    if (title.isBlank() || title.length() > MAX_TITLE_LENGTH) {
      throw new IllegalArgumentException("A title has 1 to " + MAX_TITLE_LENGTH + " characters");
    }
    dossier.sealed =
        keys.openOrCreate(dossier, officer)
            .seal(dossier.titleAssociatedData(), title.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Gives the dossier to an officer.
   *
   * @param assignee user name; null for nobody
   */
  public void assign(Dossier dossier, @Nullable String assignee, String officer) {
    dossier.assignedTo = assignee;
    dossier.changed(clock.instant());
    record(dossier, AuditAction.ASSIGN, assignee == null ? "-" : assignee, officer);
  }

  /** Closes or reopens the dossier; its reports do not change. */
  public void setClosed(Dossier dossier, boolean closed, String officer) {
    dossier.closed = closed;
    dossier.changed(clock.instant());
    record(dossier, AuditAction.STATE, closed ? "closed" : "reopened", officer);
  }

  private void record(Dossier dossier, AuditAction action, String reason, String officer) {
    audit.add(AuditEntry.done(officer, action, AuditObject.dossier(dossier.id), reason));
  }
}
