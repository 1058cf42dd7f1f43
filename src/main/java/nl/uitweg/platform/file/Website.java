package nl.uitweg.platform.file;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;

/** The address of a website, and how it is shown. */
public record Website(
    URI url, @JsonProperty("shown") String displayText, Source.Confidence confidence) {
  public Website {
    requirePresent(url, "website.url");
    requirePresent(displayText, "website.shown");
    requirePresent(confidence, "website.confidence");
  }
}
