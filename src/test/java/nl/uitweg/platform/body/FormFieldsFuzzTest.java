package nl.uitweg.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vertx.core.buffer.Buffer;

/** Fuzz test of forms without files that are returned to a visitor when the site is busy. */
class FormFieldsFuzzTest {

  private static final int MAX_FIELDS = 512;

  @FuzzTest
  void fieldsAreReadOrTheFormIsNotReturned(byte[] input) {
    BodyErrorPages.fields(Buffer.buffer(input))
        .ifPresent(fields -> assertThat(fields).hasSizeLessThanOrEqualTo(MAX_FIELDS));
  }
}
