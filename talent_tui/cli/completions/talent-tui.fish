# Completion for fish. Once: talent-tui completion fish > ~/.config/fish/completions/talent-tui.fish
function __talent_tui_people
    talent-tui completion --names people -- (commandline -ct) 2>/dev/null
end
function __talent_tui_firms
    talent-tui completion --names firms -- (commandline -ct) 2>/dev/null
end
complete -c talent-tui -f
complete -c talent-tui -n __fish_use_subcommand -a "@COMMANDS@"
complete -c talent-tui -n "__fish_seen_subcommand_from who find export" -a "(__talent_tui_people)"
complete -c talent-tui -n "__fish_seen_subcommand_from firm find export" -a "(__talent_tui_firms)"
complete -c talent-tui -n "__fish_seen_subcommand_from add check dates names remove" -F
complete -c talent-tui -l person -x -a "(__talent_tui_people)"
complete -c talent-tui -l company -x -a "(__talent_tui_firms)"
complete -c talent-tui -l from -x -a "(__talent_tui_firms)"
complete -c talent-tui -l to -x -a "(__talent_tui_firms)"
complete -c talent-tui -l type -x -a "join leave return appoint offer found reorganise freeze deal release statement report pay"
complete -c talent-tui -l status -x -a "confirmed reported rumoured planned denied"
complete -c talent-tui -l format -x -a "json jsonl csv markdown html"
complete -c talent-tui -l style -x -a "chicago gb7714 markdown"
complete -c talent-tui -l store -r
complete -c talent-tui -l output -r
