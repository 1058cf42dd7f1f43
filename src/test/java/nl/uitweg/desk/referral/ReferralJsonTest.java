package nl.uitweg.desk.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.uitweg.referral.SharedMessage;
import nl.uitweg.report.content.ReportFormat;
import org.junit.jupiter.api.Test;

/** Other organisations read the JSON of a referral: its property names and nesting never change. */
class ReferralJsonTest {

  @Test
  void keepsNamesAndNestingOfFormat() {
    ReferralContentViews.View view =
        new ReferralContentViews.View(
            new ReferralContentViews.Heading("OV-1", "Zilvervoort", "officer", "5 nov 2026, 14:08"),
            new ReferralContentViews.Justification("care", "why", "duty", "law"),
            "Nederlands",
            "yes",
            List.of(
                new ReferralContentViews.Answer(
                    "place", "Waar?", List.of(), "a", "pl", false, "b")),
            List.of(new ReferralContentViews.AttachedFile("bijlage-1.jpg", "image/jpeg", 3)),
            List.of(
                new SharedMessageView(
                    "reporter",
                    "5 november 2026",
                    List.of(),
                    List.of(new SharedMessage.ClosedAnswer("Vraag?", "Ja")),
                    "c",
                    "pl",
                    true,
                    "d")));
    assertThat(new String(ReportFormat.write(view), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"reference":"OV-1","from":"Zilvervoort","officer":"officer","at":"5 nov 2026, 14:08",\
            "purpose":"care","explanation":"why","basis":"duty","basisStatement":"law",\
            "writtenIn":"Nederlands","consent":"yes",\
            "answers":[{"question":"place","label":"Waar?","options":[],"text":"a",\
            "language":"pl","redacted":false,"officerTranslation":"b"}],\
            "files":[{"name":"bijlage-1.jpg","mediaType":"image/jpeg","size":3}],\
            "messages":[{"from":"reporter","on":"5 november 2026","phrases":[],\
            "answers":[{"question":"Vraag?","answer":"Ja"}],"text":"c","language":"pl",\
            "redacted":true,"officerTranslation":"d"}]}""");
  }
}
