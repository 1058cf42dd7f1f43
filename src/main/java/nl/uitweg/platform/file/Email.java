package nl.uitweg.platform.file;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

/** An e-mail address. */
public record Email(String address, Source.Confidence confidence) {
  public Email {
    requirePresent(address, "email.address");
    requirePresent(confidence, "email.confidence");
  }
}
