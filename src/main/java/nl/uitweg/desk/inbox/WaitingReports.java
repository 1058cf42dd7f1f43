package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Referrals;

/**
 * What waits for an officer, for screens other than the inbox: the numbers of some of its views,
 * with links to them. What counts as waiting too long is decided by the views alone.
 */
@Singleton
public class WaitingReports {

  private static final List<InboxView> VIEWS =
      List.of(InboxView.DUE, InboxView.UNREAD_MESSAGE, InboxView.NEW_OUTCOME);

  private final InboxQuery query;
  private final Referrals referrals;

  WaitingReports(InboxQuery query, Referrals referrals) {
    this.query = query;
    this.referrals = referrals;
  }

  /** A link to a list, with the number of what is in it as text. */
  public record Line(String href, String text, String count) {}

  /** The lists that are not empty, in the caller's transaction. */
  public List<Line> of(Officer officer, Texts texts) {
    Map<InboxView, Integer> counts = query.counts(officer);
    Stream<Line> views =
        VIEWS.stream()
            .filter(view -> counts.getOrDefault(view, 0) > 0)
            .map(
                view ->
                    line(
                        "/backoffice?view=" + view.key(),
                        view.key(),
                        counts.getOrDefault(view, 0),
                        texts));
    int unanswered =
        (int)
            Math.min(
                referrals.countUnanswered(officer.municipalities()), InboxQuery.MAX_COUNT + 1L);
    Stream<Line> received =
        Stream.of(line("/backoffice/referrals", "received", unanswered, texts))
            .filter(line -> unanswered > 0);
    return Stream.concat(views, received).toList();
  }

  private static Line line(String href, String key, int count, Texts texts) {
    return new Line(href, texts.get("inbox.view." + key), InboxForm.countText(count, texts));
  }
}
