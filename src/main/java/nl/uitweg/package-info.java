/**
 * Uitweg: the map of the house. Each package is one feature; what it may call stands behind the
 * arrow and is held by {@code ArchitectureTest}.
 *
 * <ul>
 *   <li>{@code language}: which languages there are, which one a visitor gets, the interface texts
 *       → nothing of ours
 *   <li>{@code page}: frame, head, exit, error pages, headers, and the pages kept in memory →
 *       language
 *   <li>{@code content}: what editors write, read once into immutable records; broken content stops
 *       start-up → page, language
 *   <li>{@code guidance}: the public guidance pages → content, page, language
 *   <li>{@code directory}: the organisations that help → content, page, language
 *   <li>{@code residence}: the residence guide: questions, rules, outcomes with their sources →
 *       content, page, language
 *   <li>{@code editing}: checks what editors and translators hand in; nothing imports it → content,
 *       residence, language
 *   <li>{@code region}: the municipalities of this installation → language
 *   <li>{@code sealing}: keysets, envelopes, receipts; everything cryptographic and nothing else →
 *       nothing of ours
 *   <li>{@code limits}: shares out what visitors can take, so that what is full for one is not full
 *       for others → nothing of ours
 *   <li>{@code body}: receives the bodies of requests on the event loop, within their limits →
 *       limits, page, language, sealing
 *   <li>{@code signal}: the report, its states and rules; knows no HTTP and no template → audit,
 *       language, region, sealing
 *   <li>{@code signal.image}: judges an image by its header and draws it anew in a process of its
 *       own → nothing of ours
 *   <li>{@code signal.attachment}: receives a file, cleans it, has it scanned and seals it →
 *       signal.image, sealing
 *   <li>{@code signal.referral}: what is handed over of a report, sealed with a key of its own →
 *       signal, audit, sealing
 *   <li>{@code signal.form}: the public form, step by step, up to the code → signal, body, content,
 *       page, language, region, sealing
 *   <li>{@code signal.followup}: the reporter comes back with the code → signal, body, content,
 *       page, language, sealing
 *   <li>{@code abuse}: throttling without stored addresses, and the waiting gate → limits, page
 *   <li>{@code audit}: append-only, chained events → nothing of ours
 *   <li>{@code backoffice}: who is at the desk, roles, own-municipality rule, menu → signal, audit,
 *       content, page, language, region, directory, signal.attachment
 *   <li>{@code backoffice.inbox}, {@code .casefile}: the list of reports, and one report
 *   <li>{@code backoffice.handling}: who has a report, how urgent, which labels
 *   <li>{@code backoffice.lookalike}: floods of fakes, cleared together
 *   <li>{@code backoffice.related}: reports that share an address, number, plate or profile
 *   <li>{@code backoffice.search}: finds words in everything an officer may read
 *   <li>{@code backoffice.session}: the limits of a login, and what was typed when it ended
 *   <li>{@code backoffice.auditlog}: who saw what, for the auditor
 *   <li>{@code published}: the figures on the public site → signal, page, language
 *   <li>{@code backoffice.figures}: counts per half-year without small numbers, as page, PDF and
 *       CSV, and what of it is public → backoffice, published, signal, signal.referral, audit,
 *       language, region
 *   <li>{@code notification}: mail to officers: that there is something, never what → signal,
 *       audit, region, language
 *   <li>{@code backoffice.administration}: what the administrator sees: keys, retention,
 *       translations, settings, health; nothing secret → backoffice, signal, audit, content,
 *       language, region, sealing
 *   <li>{@code backoffice.referral}: hands a report over with chosen answers; the receivers'
 *       screens → backoffice, signal, signal.attachment, signal.referral, audit, language, region,
 *       sealing
 *   <li>{@code backoffice.instruments}: the administrative instruments of Bijlage 6, beside the
 *       case → backoffice, signal, audit, content, language, region
 *   <li>{@code retention}: purges closed reports when their time has come → signal, audit, region
 *   <li>{@code schema}: the step that migrates the database, and what a serving process checks →
 *       page
 *   <li>{@code demo}: embedded PostgreSQL and Keycloak, and the launcher behind {@code bin/run};
 *       nothing imports it
 * </ul>
 */
@NullMarked
package nl.uitweg;

import org.jspecify.annotations.NullMarked;
