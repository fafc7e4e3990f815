package org.safepassage.redact.policies;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safepassage.schemas.Mention;
import org.safepassage.schemas.Role;

/// A redaction policy: what becomes of a mention, by the role of the person whom it points to and by its type.
/// Immutable.
///
/// The row is `permitted` for a person who may be named, the person's role for other linked mentions, and `unlinked`
/// for the rest; within the row the longest type that the policy lists wins (`CONTACT.PHONE` before `CONTACT`), then
/// the row `any`. What nothing covers is removed. `keep` and `pseudonym` hold for names only when the link to the
/// person is sure.
///
/// @param name as agreements refer to it, the file name without `.yaml`
/// @param description what it is for, in plain words
/// @param rows actions by row, then by type
/// @param generalising what generalising leaves of dates and places
/// @param pseudonyms which word stands beside a code
/// @param photographs whether a photograph may go out without a person having looked at it
/// @param scans whether a scan may go out without a person having looked at it
/// @param videos whether a video may go out without a person having looked at it
/// @param voice what becomes of a video's sound
public record Policy(
        String name,
        String description,
        Map<String, Map<String, Action>> rows,
        Generalising generalising,
        PseudonymStyle pseudonyms,
        PixelRule photographs,
        PixelRule scans,
        PixelRule videos,
        Voice voice) {
    /// Row for persons who may be named to the recipient.
    public static final String PERMITTED = "permitted";
    /// Row for mentions that are linked to nobody.
    public static final String UNLINKED = "unlinked";
    /// Row that other rows fall back on.
    public static final String ANY = "any";

    public Policy {
        rows = Map.copyOf(rows);
    }

    /// A policy that generalises dates to this precision and words codes without roles, and holds photographs,
    /// scans and videos.
    public Policy(String name, String description, Map<String, Map<String, Action>> rows, Precision dates) {
        this(
                name,
                description,
                rows,
                new Generalising(dates, Extent.REGION),
                PseudonymStyle.CODE,
                PixelRule.HOLD,
                PixelRule.HOLD,
                PixelRule.HOLD,
                Voice.MUTE);
    }

    /// What generalising leaves of a date.
    public Precision dates() {
        return generalising.dates();
    }

    /// Whether a text may tell a person's sex by the grammar of the pseudonym: where the policy keeps such details.
    public boolean tellsSexOf(@Nullable Role role) {
        return action(row(role), "DEMOGRAPHIC.SEX") == Action.KEEP;
    }

    /// What becomes of this mention when `permitted` are the persons who may be named.
    public Action action(Mention mention, Set<String> permitted, double sure) {
        boolean name = mention.type().startsWith("PERSON");
        String person = mention.person();
        if (person == null) {
            return unnamed(action(UNLINKED, mention.type()), name);
        }
        String row = permitted.contains(person) ? PERMITTED : row(mention.role());
        Action action = action(row, mention.type());
        boolean doubtful = name && action == Action.KEEP && mention.confidence() < sure;
        return doubtful ? Action.REMOVE : action;
    }

    /// What a row says of a type; [Action#REMOVE] when it says nothing.
    public Action action(String row, String type) {
        Action action = find(row, type);
        if (action == null) {
            action = find(ANY, type);
        }
        return action == null ? Action.REMOVE : action;
    }

    /// Whether persons of this role stay named.
    public boolean keepsNamesOf(Role role) {
        return action(row(role), "PERSON") == Action.KEEP;
    }

    /// The types of mentions linked to nobody that may stand in what goes out.
    public Set<String> openTypes(Set<String> types) {
        var open = new LinkedHashSet<String>();
        for (String type : types) {
            Action action = action(UNLINKED, type);
            if (action == Action.KEEP || action == Action.GENERALISE) {
                open.add(type);
            }
        }
        return open;
    }

    /// The word for a role in policies; a mention whose person has no role counts as linked to nobody.
    public static String row(@Nullable Role role) {
        return role == null
                ? UNLINKED
                : role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Action unnamed(Action action, boolean name) {
        return name && (action == Action.KEEP || action == Action.PSEUDONYM) ? Action.REMOVE : action;
    }

    private @Nullable Action find(String row, String type) {
        Map<String, Action> actions = rows.getOrDefault(row, Map.of());
        for (String key = type; !key.isEmpty(); key = key.substring(0, Math.max(0, key.lastIndexOf('.')))) {
            Action action = actions.get(key);
            if (action != null) {
                return action;
            }
        }
        return null;
    }
}
