package org.safepassage.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// One version of one case file. The case file id is random and assigned by the hub at the first arrival, so it tells
/// nothing about the partner's own case number; it never leaves the hub (a consignment has a reference of its own).
///
/// Written as `cf-<16 base32 letters>.v<number>`, for example `cf-ab12cd34ef56gh78.v2`. Immutable.
///
/// @param caseFile the id shared by all versions, `cf-` and 16 of `[a-z2-7]`
/// @param version counts from 1
public record CaseFileVersion(String caseFile, int version) implements Comparable<CaseFileVersion> {
    private static final Pattern WRITTEN = Pattern.compile("(cf-[a-z2-7]{16})\\.v([1-9][0-9]{0,8})");

    public CaseFileVersion {
        if (!caseFile.matches("cf-[a-z2-7]{16}") || version < 1) {
            throw new IllegalArgumentException(
                    "a case file version is cf-<16 letters or digits 2-7> and a number from 1");
        }
    }

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException when `written` has another form
    @JsonCreator
    public static CaseFileVersion parse(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a case file version: expected cf-<16 letters or digits 2-7>.v<number>");
        }
        return new CaseFileVersion(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    @JsonValue
    public String toString() {
        return caseFile + ".v" + version;
    }

    @Override
    public int compareTo(CaseFileVersion other) {
        int byCase = caseFile.compareTo(other.caseFile);
        return byCase != 0 ? byCase : Integer.compare(version, other.version);
    }
}
