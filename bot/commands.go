package bot

import "github.com/bwmarrin/discordgo"

// maxQuestion is the longest question that the command takes, in characters.
const maxQuestion = 1000

// helpText is what /help says.
const helpText = "**Parley answers from the articles that this server's moderators have posted.** " +
	"Every sentence has a number; the number leads to the words of an article that it rests on.\n\n" +
	"**Ask:** `/ask question:…`, or mention me, or reply to an answer, or ask in a thread below it, to go on from there. `private:True` is for your eyes alone.\n" +
	"**Silence is an answer:** where the articles say nothing, Parley says so.\n" +
	"**Disagreement is shown:** Parley says who says what, never who is right.\n\n" +
	"**For moderators:** `/article add` (a link, a file, or neither to paste a text), `/article list`, `/article show`, " +
	"`/article withdraw`, `/article restore`; `/names add` for spellings and aliases that mean the same, `/names list`, `/names remove`."

// commands are what Discord offers its members for us.
func commands() []*discordgo.ApplicationCommand {
	moderators := int64(discordgo.PermissionManageMessages)
	servers := []discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	anywhere := []discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM}
	return []*discordgo.ApplicationCommand{
		{
			Name: "ask", Description: "Ask what the posted articles say", Contexts: &servers,
			Options: []*discordgo.ApplicationCommandOption{
				{Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "Your question, in plain words", Required: true, MaxLength: maxQuestion},
				{Type: discordgo.ApplicationCommandOptionBoolean, Name: "private", Description: "Only you see the answer"},
			},
		},
		{
			Name: "article", Description: "Post and look after the articles", Contexts: &servers, DefaultMemberPermissions: &moderators,
			Options: []*discordgo.ApplicationCommandOption{
				subcommand("add", "Add a link or a file, or neither to paste a text",
					&discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: "link", Description: "The address of an article"},
					&discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionAttachment, Name: "file", Description: "A text, Markdown or HTML file"}),
				subcommand("list", "All articles, page by page"),
				subcommand("show", "What is known of one article", idOption()),
				subcommand("withdraw", "No longer cite an article", idOption(), reasonOption("Why; who looks at the sources of an earlier answer reads it", true)),
				subcommand("restore", "Cite a withdrawn article again", idOption(), reasonOption("Why, for the record", false)),
			},
		},
		{
			Name: "names", Description: "Spellings and aliases that mean the same", Contexts: &servers, DefaultMemberPermissions: &moderators,
			Options: []*discordgo.ApplicationCommandOption{
				subcommand("add", "Note that spellings mean the same",
					nameOption("name", "The name as it is usually written", longestName),
					nameOption("also", "What else it is called, with commas between", longestForms)),
				subcommand("list", "The names that moderators have added"),
				subcommand("remove", "Remove a name with all its spellings", nameOption("name", "One of its spellings", longestName)),
			},
		},
		{Name: "help", Description: "What Parley does and how to ask", Contexts: &anywhere},
	}
}

func subcommand(name, description string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, Description: description, Options: options}
}

func idOption() *discordgo.ApplicationCommandOption {
	least := 1.0
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionInteger, Name: "id",
		Description: "The article's number in the list", Required: true, MinValue: &least}
}

func nameOption(name, description string, longest int) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: name, Description: description, Required: true, MaxLength: longest}
}

func reasonOption(description string, required bool) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: "reason",
		Description: description, Required: required, MaxLength: 300}
}
