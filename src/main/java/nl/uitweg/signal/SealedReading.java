package nl.uitweg.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One report as it lies in the database, with all that belongs to it; {@link Readings} opens it.
 */
public final class SealedReading {

  final UUID id;
  final Optional<String> municipality;
  final List<String> forms;
  final SignalState state;
  final Urgency urgency;
  final LocalDate receivedOn;
  final byte[] sealed;
  final Optional<Wrapped> key;
  final List<Text> messages = new ArrayList<>();
  final List<Text> notes = new ArrayList<>();
  Optional<Wrapped> conversation = Optional.empty();

  SealedReading(
      UUID id,
      Optional<String> municipality,
      List<String> forms,
      SignalState state,
      Urgency urgency,
      LocalDate receivedOn,
      byte[] sealed,
      Optional<Wrapped> key) {
    this.id = id;
    this.municipality = municipality;
    this.forms = forms;
    this.state = state;
    this.urgency = urgency;
    this.receivedOn = receivedOn;
    this.sealed = sealed;
    this.key = key;
  }

  /** A wrapped key and for whom. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Wrapped(String recipient, byte[] key) {}

  /** A sealed message or note. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Text(UUID id, boolean fromOfficer, byte[] sealed) {}
}
