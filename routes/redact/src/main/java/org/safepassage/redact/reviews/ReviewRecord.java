package org.safepassage.redact.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.policies.Action;
import org.safepassage.schemas.Role;

/// What was found in one item and what the policy suggests for it. Its form is `review-record.schema.json`, for texts
/// and pictures alike. Immutable; holds no words of the item.
///
/// @param item id of the exhibit, with `.2` for the second thing embedded in it
/// @param kind of the item
/// @param language BCP 47 tag of a text, `und` when unknown or no text
/// @param length of a text in code points, 0 for what is none
/// @param policy by which actions are suggested
/// @param mentions in order of place
public record ReviewRecord(
        @JsonProperty("schema") String schema,
        String item,
        Kind kind,
        String language,
        int length,
        String policy,
        List<Found> mentions) {
    /// The form that this class writes.
    public static final String SCHEMA = "safe-passage/review-record/1";

    public ReviewRecord {
        mentions = List.copyOf(mentions);
    }

    /// What an item is.
    public enum Kind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("picture")
        PICTURE,
        @JsonProperty("video")
        VIDEO
    }

    /// One thing that was found.
    ///
    /// @param number from 1, by which an answer refers to it
    /// @param type mention type, or `FACE`, `PRINT` and the like in pictures
    /// @param person id in the case file; null when linked to nobody
    /// @param role of that person
    /// @param confidence 0 to 1
    /// @param recogniser who found it
    /// @param evidence why, without any word of the item
    /// @param place where
    /// @param suggested by the policy
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            int number,
            String type,
            @Nullable String person,
            @Nullable Role role,
            double confidence,
            String recogniser,
            String evidence,
            Place place,
            Action suggested) {}

    /// Where something stands: code points of a text, or a box in a picture, or a box in a stretch of frames.
    ///
    /// @param page counted from 1, 0 when there are none
    /// @param start first code point of a text's mention
    /// @param end behind the last one
    /// @param box left, top, width and height in pixels of the upright picture or the painted page
    /// @param frames first and last frame of a film, counted from 0
    /// @param millis times of these frames from the film's beginning
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            int page,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable List<Integer> box,
            @Nullable List<Long> frames,
            @Nullable List<Long> millis) {
        public Place {
            box = box == null ? null : List.copyOf(box);
            frames = frames == null ? null : List.copyOf(frames);
            millis = millis == null ? null : List.copyOf(millis);
        }

        /// A stretch of a text.
        public static Place ofText(int page, int start, int end) {
            return new Place(page, start, end, null, null, null);
        }

        /// A box in a picture.
        public static Place ofPicture(int left, int top, int width, int height) {
            return new Place(0, null, null, List.of(left, top, width, height), null, null);
        }

        /// A box on a painted page.
        public static Place ofPage(int page, @Nullable List<Integer> box) {
            return new Place(page, null, null, box, null, null);
        }

        /// A box in a film, which holds all places where something is covered from the first to the last frame.
        public static Place ofFilm(List<Integer> box, List<Long> frames, List<Long> millis) {
            return new Place(0, null, null, box, frames, millis);
        }
    }

    @Override
    public String toString() {
        return "ReviewRecord[" + item + ", " + mentions.size() + " mentions]";
    }
}
