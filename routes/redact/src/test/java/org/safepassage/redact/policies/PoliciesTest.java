package org.safepassage.redact.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Role;

class PoliciesTest {
    @Test
    void theShippedPoliciesAreValidAndKeepNobodyButPerpetrators() throws Exception {
        Policies policies = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"));

        assertThat(policies.names())
                .containsExactly("accountability-platform", "forensic-expert", "public-report", "un-mechanism");
        for (String name : policies.names()) {
            Policy policy = policies.find(name).orElseThrow();
            assertThat(policy.keepsNamesOf(Role.ALLEGED_PERPETRATOR))
                    .isEqualTo(Set.of("accountability-platform", "un-mechanism").contains(name));
            assertThat(Stream.of(Role.values()).filter(role -> role != Role.ALLEGED_PERPETRATOR))
                    .noneMatch(policy::keepsNamesOf);
            assertThat(policy.action(Policy.UNLINKED, "CONTACT.PHONE")).isEqualTo(Action.REMOVE);
        }
    }

    @Test
    void aWrongActionIsReportedWithFileLineFieldAndNextAction() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                description: a policy that is wrong
                                rows:
                                  unlinked:
                                    PERSON: remove
                                  witness:
                                    PERSON: publish
                                """))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("some.yaml line 7")
                .hasMessageContaining("rows.witness.PERSON")
                .hasMessageContaining("hub config check");
    }

    @Test
    void photographsWaitForAPersonUnlessThePolicySaysOtherwise() throws Exception {
        // Given
        String head = """
                policy: some
                description: a policy for photographs
                rows:
                  unlinked:
                    PERSON: remove
                """;

        // When, Then
        assertThat(Policies.parse("some.yaml", head).photographs()).isEqualTo(PixelRule.HOLD);
        assertThat(Policies.parse("some.yaml", head + "photographs: release\n").photographs())
                .isEqualTo(PixelRule.RELEASE);
        assertThatThrownBy(() -> Policies.parse("some.yaml", head + "photographs: sometimes\n"))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("photographs");
    }

    @Test
    void scansWaitForAPersonUnlessThePolicySaysOtherwise() throws Exception {
        // Given
        String head = """
                policy: some
                description: a policy for scans
                rows:
                  unlinked:
                    PERSON: remove
                """;

        // When, Then
        assertThat(Policies.parse("some.yaml", head).scans()).isEqualTo(PixelRule.HOLD);
        assertThat(Policies.parse("some.yaml", head + "scans: release\n").scans())
                .isEqualTo(PixelRule.RELEASE);
        assertThatThrownBy(() -> Policies.parse("some.yaml", head + "scans: sometimes\n"))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("scans");
    }

    @Test
    void videosWaitForAPersonUnlessThePolicySaysOtherwise() throws Exception {
        // Given
        String head = """
                policy: some
                description: a policy for videos
                rows:
                  unlinked:
                    PERSON: remove
                """;

        // When, Then
        assertThat(Policies.parse("some.yaml", head).videos()).isEqualTo(PixelRule.HOLD);
        assertThat(Policies.parse("some.yaml", head + "videos: release\n").videos())
                .isEqualTo(PixelRule.RELEASE);
        assertThatThrownBy(() -> Policies.parse("some.yaml", head + "videos: sometimes\n"))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("videos");
    }

    @Test
    void videosAreMuteUnlessThePolicySaysOtherwise() throws Exception {
        // Given
        String head = """
                policy: some
                description: a policy for videos
                rows:
                  unlinked:
                    PERSON: remove
                """;

        // When, Then
        assertThat(Policies.parse("some.yaml", head).voice()).isEqualTo(Voice.MUTE);
        assertThat(Policies.parse("some.yaml", head + "voice: change\n").voice())
                .isEqualTo(Voice.CHANGE);
        assertThatThrownBy(() -> Policies.parse("some.yaml", head + "voice: louder\n"))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("voice");
    }

    @Test
    void anUnlinkedNameCanNeverBeKept() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                description: a policy that is wrong
                                rows:
                                  unlinked:
                                    PERSON: keep
                                """)).isInstanceOf(PolicyInvalid.class);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                policy: other
                                """))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("some.yaml");
    }
}
