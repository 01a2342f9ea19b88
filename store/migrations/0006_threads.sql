-- The next question in a thread goes on from the last one that was answered there.
CREATE INDEX questions_shown ON questions (channel, at) WHERE private = 0 AND state = 'posted';
