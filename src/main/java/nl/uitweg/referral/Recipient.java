package nl.uitweg.referral;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of organisation to which a report can be referred. {@link #CARE} and {@link
 * #MUNICIPALITY} read the referral in this system.
 */
public enum Recipient {
  CARE,
  VEILIG_THUIS,
  LEVVEL,
  NEIGHBOURHOOD_TEAM,
  NIDOS,
  COMENSHA,
  CASE_CONFERENCE,
  POLICE,
  PROSECUTOR,
  LABOUR_INSPECTORATE,
  RIEC,
  MUNICIPALITY,
  MMA;

  /**
   * Key in forms, in the keys of texts and in the database, for example {@code
   * labour-inspectorate}.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Recipient> of(String key) {
    return Stream.of(values()).filter(recipient -> recipient.key().equals(key)).findFirst();
  }
}
