package answer

import "time"

// Asked is a question as it arrived in Discord, kept until it has its answer, so that none is lost when the process dies.
type Asked struct {
	// ID is the snowflake of the interaction or message. It is unique: the same event twice is one question.
	ID      string
	Guild   string
	Channel string
	User    string
	Text    string
	Locale  string
	Private bool
	// Token is the interaction's token, "" for a message. It is erased when the question is settled.
	Token string
	// Message is the message to reply to, "" for an interaction.
	Message string
	History []Turn
	At      time.Time
}
