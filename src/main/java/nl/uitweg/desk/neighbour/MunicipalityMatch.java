package nl.uitweg.desk.neighbour;

import java.util.UUID;

/**
 * A match as one of its municipalities sees it.
 *
 * @param report the report of that municipality
 * @param municipality id of the other one
 * @param agreed whether an officer of this side agreed; of the other side that is not known
 */
record MunicipalityMatch(
    UUID id, UUID report, String municipality, MatchState state, boolean agreed) {}
