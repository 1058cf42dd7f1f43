package nl.uitweg.desk.referral;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a {@link ReferralForm} about the messages of the conversation. Keys are ids of
 * messages as entered; {@link ReferralMessages} ignores those that the report does not have.
 *
 * @param chosen ids of the ticked messages
 * @param texts free texts as the officer edited them for sharing
 * @param translations the officer's own translations of these texts into Dutch
 */
record MessageInput(
    Set<String> chosen, Map<String, String> texts, Map<String, String> translations) {

  static final String CHOSEN_FIELD = "message";
  static final String TEXT_FIELD_PREFIX = "message-text-";
  static final String TRANSLATION_FIELD_PREFIX = "message-translation-";

  MessageInput {
    chosen = Set.copyOf(chosen);
    texts = Map.copyOf(texts);
    translations = Map.copyOf(translations);
  }

  /** No message is ticked. */
  static MessageInput translated(Map<String, String> translations) {
    return new MessageInput(Set.of(), Map.of(), translations);
  }

  static MessageInput read(MultivaluedMap<String, String> form) {
    return new MessageInput(
        Set.copyOf(form.getOrDefault(CHOSEN_FIELD, List.of())),
        withPrefix(TEXT_FIELD_PREFIX, form),
        withPrefix(TRANSLATION_FIELD_PREFIX, form));
  }

  private static Map<String, String> withPrefix(
      String prefix, MultivaluedMap<String, String> form) {
    Map<String, String> values = new HashMap<>();
    form.forEach(
        (name, entered) -> {
          if (name.startsWith(prefix) && !entered.isEmpty()) {
            values.put(
                name.substring(prefix.length()), ReferralForm.normaliseLines(entered.get(0)));
          }
        });
    return values;
  }

  @Override
  public String toString() {
    return "MessageInput";
  }
}
